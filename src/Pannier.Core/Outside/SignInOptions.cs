using System.ComponentModel.DataAnnotations;
using Pannier.Core.Accounts;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>Who checks names and passwords (section <c>SignIn</c>); docs/SIGNIN.md is the guide.</summary>
public sealed record SignInOptions : IValidatableObject
{
    /// <summary>This site's own database, a mail server (IMAP) that people have their password for anyway, a directory (section <c>Ldap</c>), a reverse proxy that has signed people in (section <c>Proxy</c>), a portal that sends them here (section <c>Portal</c>), or an identity provider (OpenID Connect, section <c>OpenId</c>). This site unless set.</summary>
    public SignInBackend Backend { get; init; } = SignInBackend.Local;

    /// <summary>Who may come in when another back end vouches for them the first time: names an administrator has invited, or everybody it knows. Those invited unless set.</summary>
    public Admittance Admit { get; init; } = Admittance.Invited;

    /// <summary>What people call whoever vouches for them without a password, as in <c>Example Ltd</c>; shown at the door. Needed with <c>SignIn:Backend</c> Proxy, Portal or OpenId.</summary>
    [StringLength(80, MinimumLength = 1)]
    public string? VouchedBy { get; init; }

    /// <summary>Who opens the data of people who are vouched for without a password: they themselves, by a passphrase of their own, or the site by its key, so that nothing is asked of them. With <c>Site</c> whoever runs the site, or has its database and its key, can read what is kept while people are away; the Security page says so. They themselves unless set.</summary>
    public DataOpener DataOpenedBy { get; init; } = DataOpener.Person;

    /// <summary>Whether people who registered here with a password of this site may still use it beside another back end. Time then tells which names these are. Off unless set.</summary>
    public bool AlsoLocal { get; init; }

    /// <summary>Whether the first sign-in adds the mail account that the same password opens; needs <c>SignIn:ImapHost</c> and <c>SignIn:SmtpHost</c>. Off unless set.</summary>
    public bool AddAccount { get; init; }

    /// <summary>The domain that is added to a name without one, so that <c>ada</c> and <c>ada@example.org</c> are one person; with IMAP only. Names are taken as typed unless set.</summary>
    public string? Domain { get; init; }

    /// <summary>Domains and the mail server of each, which checks the passwords of its addresses; with IMAP, in place of <c>SignIn:ImapHost</c>. <c>UserName</c> is <c>Address</c> or <c>LocalPart</c>; the rest is as below. None unless set.</summary>
    public IReadOnlyList<SignInDomain> Domains { get; init; } = [];

    /// <summary>Whether the mail server of a domain that is not in <c>SignIn:Domains</c> is looked for, and asked when it is within the domain or a provider we know. Off unless set: addresses of other domains are refused.</summary>
    public bool Discover { get; init; }

    /// <summary>The mail server that checks names and passwords; with another back end, the one of the accounts that are added. Needed with <c>SignIn:Backend</c> Imap, unless there are <c>SignIn:Domains</c>.</summary>
    public string? ImapHost { get; init; }

    /// <summary>Its port. 1 to 65,535; 993 unless set.</summary>
    [Range(1, 65535)]
    public int ImapPort { get; init; } = 993;

    /// <summary>TLS from the first byte, or STARTTLS. A password is never checked in clear text. TLS unless set.</summary>
    public ConnectionSecurity ImapSecurity { get; init; } = ConnectionSecurity.Tls;

    /// <summary>The server that takes mail for sending from the accounts that are added. None unless set.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>Its port. 1 to 65,535; 465 unless set.</summary>
    [Range(1, 65535)]
    public int SmtpPort { get; init; } = 465;

    /// <summary>TLS from the first byte, or STARTTLS. TLS unless set.</summary>
    public ConnectionSecurity SmtpSecurity { get; init; } = ConnectionSecurity.Tls;

    /// <summary>Whether this site checks passwords itself, of everybody or of those who registered here.</summary>
    internal bool IsLocal => Backend == SignInBackend.Local || AlsoLocal;

    /// <summary>Whether the back end vouches for people without a secret of theirs.</summary>
    internal bool Vouches => Backend is SignInBackend.Proxy or SignInBackend.Portal or SignInBackend.OpenId;

    internal Login? ImapFor(string user) => ImapHost is { } host ? new Login(host, ImapPort, ImapSecurity, user) : null;

    internal Login? SmtpFor(string user) => SmtpHost is { } host ? new Login(host, SmtpPort, SmtpSecurity, user) : null;

    /// <summary>Says at start what is missing or contradicts.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Backend == SignInBackend.Local && ((ImapHost ?? SmtpHost ?? Domain) is not null || AddAccount || AlsoLocal || Discover || Domains.Count > 0))
            yield return new("SignIn: there are options for another back end, and SignIn:Backend is Local: set it to Imap or Ldap, or leave them out.");
        if (Vouches && ((ImapHost ?? SmtpHost ?? Domain) is not null || AddAccount || Discover || Domains.Count > 0))
            yield return new($"SignIn: with SignIn:Backend {Backend} no password comes here, so no mail server can be asked and no account added with it: leave ImapHost, SmtpHost, Domain, Domains, Discover and AddAccount out.");
        if (DataOpenedBy == DataOpener.Site && !Vouches) yield return new("SignIn:DataOpenedBy Site is for people who are vouched for without a password: with SignIn:Backend Proxy, Portal or OpenId, and only then.", [nameof(DataOpenedBy)]);
        if (Vouches != VouchedBy is not null) yield return new("SignIn:VouchedBy says what people call whoever vouches for them without a password: set it with SignIn:Backend Proxy, Portal or OpenId, and only then.", [nameof(VouchedBy)]);
        if (HostName.Read(ImapHost ?? "") is null && ((Backend == SignInBackend.Imap && Domains.Count == 0) || ImapHost is not null)) yield return new("SignIn:ImapHost: name the mail server that checks passwords, as in imap.example.org.", [nameof(ImapHost)]);
        if (Domain is not null && Backend == SignInBackend.Ldap) yield return new("SignIn:Domain is for IMAP: with a directory, Ldap:NameAttribute says what a person is called.", [nameof(Domain)]);
        if (AddAccount && Backend == SignInBackend.Ldap && ImapHost is null) yield return new("SignIn:AddAccount needs SignIn:ImapHost, where the same password opens the mail.", [nameof(ImapHost)]);
        if (SmtpHost is not null && HostName.Read(SmtpHost) is null) yield return new($"SignIn:SmtpHost: \"{SmtpHost}\" is not a host name.", [nameof(SmtpHost)]);
        if (Domains.Count > 0 && (Backend != SignInBackend.Imap || (ImapHost ?? SmtpHost) is not null)) yield return new("SignIn:Domains is for IMAP, in place of SignIn:ImapHost and SmtpHost: each domain has its own.", [nameof(Domains)]);
        if (Discover && Domains.Count == 0) yield return new("SignIn:Discover is for domains that are not in SignIn:Domains: name your own there.", [nameof(Discover)]);
        if (Domains.Select(domain => domain.Name).Distinct(StringComparer.Ordinal).Count() < Domains.Count) yield return new("SignIn:Domains: a domain is there twice.", [nameof(Domains)]);
        foreach (var fault in Domains.Select(domain => domain.Fault(AddAccount)).OfType<string>()) yield return new("SignIn:Domains: " + fault, [nameof(Domains)]);
        if (AddAccount && SmtpHost is null && Domains.Count == 0) yield return new("SignIn:AddAccount needs SignIn:SmtpHost, so that mail can be sent from the account.", [nameof(SmtpHost)]);
        if (ImapSecurity == ConnectionSecurity.None || SmtpSecurity == ConnectionSecurity.None)
            yield return new("SignIn:ImapSecurity and SmtpSecurity: Tls or StartTls; a password is never checked in clear text.", [nameof(ImapSecurity)]);
        if (Domain is not null && (HostName.Read(Domain) is null || !Domain.Contains('.', StringComparison.Ordinal))) yield return new($"SignIn:Domain: \"{Domain}\" is not a domain, as example.org is.", [nameof(Domain)]);
    }
}
