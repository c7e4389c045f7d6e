namespace Pannier.Mail.Senders;

/// <summary>What the account's own server says of who sent a message (RFC 8601, RFC 7489), and of nobody else's words.</summary>
/// <param name="Server">Whose word it is; empty where it gives no name; null where nothing was said.</param>
/// <param name="Domain">The domain in From; null where there is not exactly one.</param>
/// <param name="Answers">What was believed, in the server's order.</param>
public sealed record SenderReport(SenderProof Proof, string? Server, HostName? Domain, IReadOnlyList<MethodAnswer> Answers)
{
    /// <summary>A second answer in the server's name, and a better one, stood beneath its own: somebody tried.</summary>
    public bool Forged { get; init; }

    /// <summary>The domain that is proven to have sent it; null when none is.</summary>
    public HostName? ProvenDomain => Proof == SenderProof.Proven ? Domain : null;

    /// <param name="headers">As they stand, top first.</param>
    /// <param name="from">As in the envelope.</param>
    /// <param name="habit">How the account's server marks mail; null when that is not known.</param>
    public static SenderReport Of(IReadOnlyList<HeaderField> headers, IReadOnlyList<EmailAddress> from, ServerHabit? habit)
    {
        var domain = OnlyDomain(headers, from);
        if (habit is null) return new SenderReport(SenderProof.Unknown, null, domain, []);

        var believed = new List<MethodAnswer>();
        var forged = false;
        foreach (var answer in headers.Where(field => field.Is(ServerAnswer.HeaderName)).Select(field => ServerAnswer.Read(field.Value)).OfType<ServerAnswer>().Where(answer => answer.Server == habit.Server))
        {
            // A server adds on top: what a sender wrote in its name stands below what it wrote itself.
            var before = believed.ToLookup(one => one.Method, StringComparer.Ordinal);
            forged |= answer.Methods.Any(method => method.Passed && before.Contains(method.Method) && !before[method.Method].Any(one => one.Passed));
            believed.AddRange(answer.Methods.Where(method => !before.Contains(method.Method) && habit.Methods.Contains(method.Method, StringComparer.Ordinal)));
        }

        return believed.Count == 0
            ? new SenderReport(SenderProof.Unknown, null, domain, [])
            : new SenderReport(Judge(believed, domain), habit.Server, domain, believed) { Forged = forged };
    }

    private static SenderProof Judge(List<MethodAnswer> answers, HostName? domain)
    {
        if (domain is null) return SenderProof.Unproven;
        if (answers.FirstOrDefault(one => one.Method == "dmarc") is { } dmarc)
        {
            if (dmarc.Passed && (dmarc.Domain is null || dmarc.Domain == domain)) return SenderProof.Proven;
            if (dmarc.Result == "fail") return SenderProof.Failed;
        }

        return answers.Exists(one => one.Passed && one.Method is "dkim" or "spf" && Speaks(one.Domain, domain)) ? SenderProof.Proven : SenderProof.Unproven;
    }

    /// <summary>Whether a domain speaks for the one in From: it is that, or one above it (RFC 7489 §3.1, without asking which suffixes are public).</summary>
    public static bool Speaks(HostName? domain, HostName from) => domain is not null && domain.Value.Contains('.', StringComparison.Ordinal) && from.IsWithin(domain.Value);

    private static HostName? OnlyDomain(IReadOnlyList<HeaderField> headers, IReadOnlyList<EmailAddress> from) =>
        from is [{ } only] && headers.Count(field => field.Is("From")) <= 1 ? Correspondents.DomainOf(only.Address) : null;
}
