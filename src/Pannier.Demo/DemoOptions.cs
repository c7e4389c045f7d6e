namespace Pannier.Demo;

/// <summary>How a demo provider is started. Everything may be left out but the accounts.</summary>
public sealed record DemoOptions
{
    /// <summary>The accounts; each gets INBOX, Archive, Drafts, Sent, Junk and Trash.</summary>
    public IReadOnlyList<DemoAccount> Accounts { get; init; } = [];

    /// <summary>Further addresses at the accounts' own domains that take mail; nobody reads it.</summary>
    public IReadOnlySet<string> Others { get; init; } = new HashSet<string>();

    /// <summary>Port of IMAP with STARTTLS on 127.0.0.1; 0 lets the system choose.</summary>
    public int ImapPort { get; init; }

    /// <summary>Port of submission with STARTTLS on 127.0.0.1; 0 lets the system choose.</summary>
    public int SmtpPort { get; init; }

    /// <summary>Port of IMAP over implicit TLS; 0 lets the system choose.</summary>
    public int ImapTlsPort { get; init; }

    /// <summary>Port of submission over implicit TLS; 0 lets the system choose.</summary>
    public int SmtpTlsPort { get; init; }

    /// <summary>False: passwords are taken over TLS only (LOGINDISABLED).</summary>
    public bool AllowClearText { get; init; } = true;

    /// <summary>Capabilities not offered from the start; see <see cref="DemoFaults.Withhold"/>.</summary>
    public IReadOnlyCollection<string> Withheld { get; init; } = [];

    /// <summary>True: the provider puts a copy of each submission into the sender's Sent, as Gmail does.</summary>
    public bool FilesSentItself { get; init; }
}
