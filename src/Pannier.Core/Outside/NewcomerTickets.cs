using System.Buffers.Text;
using System.Text;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>Says for a quarter of an hour that somebody unknown here was vouched for: sealed by the site, in the page that asks them for a passphrase.</summary>
/// <remarks>Nothing is stored of people who never come back. It needs no list of used ones: the first use makes the name somebody's.</remarks>
internal sealed class NewcomerTickets(SiteKey site, Vault vault, TimeProvider clock)
{
    private const string Purpose = "newcomer";
    private const int Longest = 1024;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public string Issue(Vouch vouch, SignInBackend backend)
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain, Encoding.UTF8);
        writer.Write((clock.GetUtcNow() + Life).UtcTicks);
        writer.Write(vouch.Name.Shown);
        writer.Write((byte)(vouch.Subject?.Length ?? 0));
        writer.Write(vouch.Subject ?? []);
        writer.Write((byte)(vouch.Session?.Length ?? 0));
        writer.Write(vouch.Session ?? []);
        return Base64Url.EncodeToString(site.SealForItself(vault, Purpose, Bound(backend), plain.ToArray()));
    }

    /// <summary>Null when it is too old, of another back end, or none of ours.</summary>
    public Vouch? Read(string ticket, SignInBackend backend)
    {
        if (ticket.Length > Longest || !Base64Url.IsValid(ticket) || site.OpenOwn(vault, Purpose, Bound(backend), Base64Url.DecodeFromChars(ticket)) is not { } plain) return null;

        using var reader = new BinaryReader(new MemoryStream(plain), Encoding.UTF8); // it is our own, whole
        var until = reader.ReadInt64();
        var name = SignInName.Read(reader.ReadString());
        var (subject, session) = (reader.ReadBytes(reader.ReadByte()), reader.ReadBytes(reader.ReadByte()));
        return name is not null && until >= clock.GetUtcNow().UtcTicks ? new Vouch(name) { Subject = subject is [] ? null : subject, Session = session is [] ? null : session } : null;
    }

    private static AssociatedData Bound(SignInBackend backend) => new("", "newcomer", Choice.Name(backend), 1);
}
