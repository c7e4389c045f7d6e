using System.ComponentModel.DataAnnotations;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Discovery;

namespace Pannier.Core.Outside;

/// <summary>A domain, and the mail server that checks the passwords of its addresses.</summary>
public sealed record SignInDomain
{
    /// <summary>The domain, as in <c>example.org</c>.</summary>
    [Required]
    public string Domain { get; init; } = "";

    /// <summary>The mail server that checks names and passwords.</summary>
    [Required]
    public string ImapHost { get; init; } = "";

    /// <summary>Its port. 1 to 65,535; 993 unless set.</summary>
    [Range(1, 65535)]
    public int ImapPort { get; init; } = 993;

    /// <summary>TLS from the first byte, or STARTTLS. TLS unless set.</summary>
    public ConnectionSecurity ImapSecurity { get; init; } = ConnectionSecurity.Tls;

    /// <summary>What it wants as user name: the whole address, or what stands before the <c>@</c>. The address unless set.</summary>
    public UserNameForm UserName { get; init; } = UserNameForm.Address;

    /// <summary>The server that takes mail for sending from the accounts that are added. None unless set.</summary>
    public string? SmtpHost { get; init; }

    /// <summary>Its port. 1 to 65,535; 465 unless set.</summary>
    [Range(1, 65535)]
    public int SmtpPort { get; init; } = 465;

    /// <summary>TLS from the first byte, or STARTTLS. TLS unless set.</summary>
    public ConnectionSecurity SmtpSecurity { get; init; } = ConnectionSecurity.Tls;

    /// <summary>The domain in its ASCII form.</summary>
    internal string Name => HostName.Read(Domain)?.Value ?? "";

    internal Login Imap(AddrSpec address) => new(ImapHost, ImapPort, ImapSecurity, User(address));

    internal Login? Smtp(AddrSpec address) => SmtpHost is { } host ? new Login(host, SmtpPort, SmtpSecurity, User(address)) : null;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal string? Fault(bool addsAccounts)
    {
        if (HostName.Read(Domain) is null or { IsAddress: true } || !Domain.Contains('.', StringComparison.Ordinal)) return $"\"{Domain}\" is not a domain, as example.org is.";
        if (HostName.Read(ImapHost) is null) return $"name the mail server that checks the passwords of {Domain}, as in imap.example.org (ImapHost).";
        if (ImapPort is < 1 or > 65535 || SmtpPort is < 1 or > 65535) return $"a port of {Domain} is not between 1 and 65,535.";
        if (ImapSecurity == ConnectionSecurity.None || SmtpSecurity == ConnectionSecurity.None) return $"{Domain}: Tls or StartTls; a password is never checked in clear text.";
        if (SmtpHost is not null && HostName.Read(SmtpHost) is null) return $"\"{SmtpHost}\" is not a host name.";
        return addsAccounts && SmtpHost is null ? $"SignIn:AddAccount needs the SmtpHost of {Domain}, so that mail can be sent from the account." : null;
    }

    private string User(AddrSpec address) => UserName == UserNameForm.Address ? address.Value : address.Local;
}
