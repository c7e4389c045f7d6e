using Pannier.Core;
using Pannier.Mail;
using Pannier.Mail.Senders;
using Pannier.Mail.Text;

namespace Pannier.Modules.Senders;

/// <summary>What is known of who sent a message.</summary>
/// <param name="Report">Null for nothing to tell.</param>
/// <param name="CanCheck">Whether it carries a signature that nobody vouches for yet.</param>
public sealed record SenderNote(MessageKey Key, SenderReport? Report, IReadOnlyList<SenderWarning> Warnings, bool CanCheck)
{
    public static SenderNote Nothing(MessageKey key) => new(key, null, [], CanCheck: false);

    public LocalUrl CheckUrl => LocalUrl.Of($"/message/{Key}/signatures");

    /// <summary>The one line.</summary>
    public static Said Line(SenderReport report)
    {
        var server = report.Server is { Length: > 0 } name ? Said.Of("senders.server", "server", UntrustedText.Show(name)) : Said.Of("senders.server.unnamed");
        var domain = report.Domain is { } host ? UntrustedText.Show(host.Value) : null;
        return (report.Proof, domain) switch
        {
            (SenderProof.Proven, { } known) => Said.Of("senders.proven", "domain", known).With("server", server),
            (SenderProof.Failed, { } known) => Said.Of("senders.failed", "domain", known).With("server", server),
            (SenderProof.Unproven, { } known) => Said.Of("senders.unproven", "domain", known).With("server", server),
            (SenderProof.Unknown, { } known) => Said.Of("senders.unknown", "domain", known),
            _ => Said.Of("senders.no-domain"),
        };
    }

    public static Said Say(SenderWarning warning) => warning switch
    {
        SenderWarning.Looks looks => Said.Of("senders.warn.looks", "domain", UntrustedText.Show(looks.Domain.Value)).With("like", UntrustedText.Show(looks.Like.Value)),
        SenderWarning.NameOfAnother other => Said.Of("senders.warn.name", "name", UntrustedText.Show(other.Name)).With("known", UntrustedText.Show(other.KnownAddress)),
        SenderWarning.AddressInName inside => Said.Of("senders.warn.address-in-name", "address", UntrustedText.Show(inside.Address)),
        SenderWarning.AnswersElsewhere answers => Said.Of("senders.warn.answers", "address", UntrustedText.Show(answers.Address)),
        SenderWarning.OwnDomain own => Said.Of("senders.warn.own", "domain", UntrustedText.Show(own.Domain.Value)),
        SenderWarning.ManySenders many => Said.Of("senders.warn.many", "count", many.Count),
        SenderWarning.ForgedAnswer forged => Said.Of("senders.warn.forged", "server", forged.Server.Length > 0 ? Said.Of("senders.server", "server", UntrustedText.Show(forged.Server)) : Said.Of("senders.server.unnamed")),
        SenderWarning.FirstContact first => Said.Of("senders.first", "address", UntrustedText.Show(first.Address)),
        _ => throw new InvalidOperationException(warning.GetType().Name),
    };
}
