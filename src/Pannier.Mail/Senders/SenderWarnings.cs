namespace Pannier.Mail.Senders;

/// <summary>Finds reasons to look twice at a sender, measured against the person's own correspondents. Asks nobody.</summary>
public static class SenderWarnings
{
    /// <param name="message">Headers and envelope.</param>
    /// <param name="report">What the account's server said.</param>
    /// <param name="known">Whom the person has to do with.</param>
    /// <returns>The weightiest first. <see cref="SenderWarning.FirstContact"/> is not among them: who asks knows how much mail was looked at.</returns>
    public static IReadOnlyList<SenderWarning> Of(MessageHead message, SenderReport report, Correspondents known)
    {
        var envelope = message.Row.Envelope;
        var found = new List<SenderWarning>();
        var fields = message.Headers.Count(field => field.Is("From"));
        if (fields > 1 || envelope.From.Count > 1) found.Add(new SenderWarning.ManySenders(Math.Max(fields, envelope.From.Count)));
        if (report is { Forged: true, Server: { } server }) found.Add(new SenderWarning.ForgedAnswer(server));
        if (envelope.From is not [{ } from, ..] || Correspondents.DomainOf(from.Address) is not { } domain) return found;

        if (report.Proof is SenderProof.Failed or SenderProof.Unproven && known.OwnDomains.Contains(domain)) found.Add(new SenderWarning.OwnDomain(domain));
        if (LookAlike.Find(domain, known.Domains) is { } like) found.Add(new SenderWarning.Looks(domain, like));
        if (from.Name is { } name) found.AddRange(OfName(name, from.Address, domain, known));
        if (envelope.ReplyTo.FirstOrDefault(one => IsElsewhere(one.Address, domain, known)) is { } reply) found.Add(new SenderWarning.AnswersElsewhere(reply.Address));
        return found;
    }

    private static IEnumerable<SenderWarning> OfName(string name, string address, HostName domain, Correspondents known)
    {
        if (AddressIn(name, domain) is { } other) yield return new SenderWarning.AddressInName(other);
        if (!known.IsKnown(address) && known.AddressOf(name) is { } usual && Correspondents.DomainOf(usual) != domain) yield return new SenderWarning.NameOfAnother(name, usual);
    }

    private static string? AddressIn(string name, HostName domain) =>
        name.Split([' ', '<', '>', '(', ')', '"', '\'', ',', ';', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Select(AddrSpec.Read)
            .OfType<AddrSpec>()
            .FirstOrDefault(one => HostName.Read(one.Domain) is { } host && host != domain && !host.IsWithin(domain.Value) && !domain.IsWithin(host.Value))?.Value;

    private static bool IsElsewhere(string address, HostName domain, Correspondents known) =>
        !known.IsKnown(address) && Correspondents.DomainOf(address) is { } to && !to.IsWithin(domain.Value) && !domain.IsWithin(to.Value);
}
