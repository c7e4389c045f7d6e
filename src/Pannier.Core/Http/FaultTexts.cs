using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.Text;

namespace Pannier.Core.Http;

/// <summary>Says a mail server's failure in plain words; the server's own are shown as text after them.</summary>
public static class FaultTexts
{
    /// <summary>What the person reads. Closed, filtered, forbidden and not mail have one wording.</summary>
    public static Said Say(MailFault fault)
    {
        if (fault.Seen is { } seen) return Say(seen);
        var kind = fault.Kind == MailFaultKind.Forbidden ? MailFaultKind.Unreachable : fault.Kind;
        var key = "fault." + Choice.Name(kind);
        return fault.ServerText is { Length: > 0 } words && kind != MailFaultKind.Unreachable
            ? Said.Of("fault.with-words", "what", Said.Of(key)).With("words", UntrustedText.Show(words.Length <= 300 ? words : string.Concat(words.AsSpan(0, 300), "…")))
            : Said.Of(key);
    }

    /// <summary>What a server showed instead of a certificate that counts, with its fingerprint to compare.</summary>
    private static Said Say(SeenCertificate seen) => seen.Pinned is { } pinned
        ? Said.Of("fault.certificate-changed", "trusted", pinned.Shown).With("shown", seen.Pin.Shown)
        : Said.Of("fault.certificate-seen", "why", Said.Of("certificate." + Choice.Name(seen.Flaw))).With("shown", seen.Pin.Shown);

    public static Refusal Refuse(MailFault fault) => fault.Kind switch
    {
        MailFaultKind.NotFound or MailFaultKind.UidValidityChanged => new Refusal(404, Say(fault)),
        MailFaultKind.OverQuota => new Refusal(507, Say(fault)),
        MailFaultKind.TooLarge => new Refusal(413, Say(fault)),
        MailFaultKind.Refused or MailFaultKind.Unsupported => new Refusal(422, Say(fault)),
        _ => Refusal.Unavailable(Say(fault)),
    };
}
