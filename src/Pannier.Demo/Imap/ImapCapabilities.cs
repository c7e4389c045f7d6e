using System.Collections.Immutable;

namespace Pannier.Demo.Imap;

/// <summary>What one connection offers: everything but what was withheld when it was opened.</summary>
internal sealed class ImapCapabilities(ImmutableHashSet<string> withheld)
{
    private static readonly string[] Always =
    [
        "ID", "LITERAL+", "ENABLE", "NAMESPACE", "UIDPLUS", "MOVE", "CONDSTORE", "QRESYNC", "ESEARCH", "SORT", "SPECIAL-USE",
        "CREATE-SPECIAL-USE", "LIST-EXTENDED", "LIST-STATUS", "STATUS=SIZE", "CHILDREN", "UNSELECT", "IDLE", "QUOTA", "PREVIEW",
    ];

    /// <summary>QRESYNC counts in mod-sequences and is nothing without them.</summary>
    public bool Has(string capability) => !withheld.Contains(capability) && (capability != "QRESYNC" || !withheld.Contains("CONDSTORE"));

    public string List(ImapSession session)
    {
        var list = new List<string> { "IMAP4rev1" };
        if (session.Phase == ImapPhase.Greeted)
        {
            if (!session.Wire.IsEncrypted)
                list.Add("STARTTLS");
            list.AddRange(session.TakesPasswords ? ["AUTH=PLAIN", "SASL-IR"] : ["LOGINDISABLED"]);
        }

        list.AddRange(Always);
        list.Add($"APPENDLIMIT={ImapCommandReader.LargestLiteral}");
        return string.Join(' ', list.Where(name => Has(name) && Has(name.Split('=')[0])));
    }
}
