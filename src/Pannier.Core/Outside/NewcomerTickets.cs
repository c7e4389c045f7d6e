using System.Buffers.Binary;
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

    public string Issue(SignInName name, SignInBackend backend)
    {
        var plain = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(name.Shown)];
        BinaryPrimitives.WriteInt64BigEndian(plain, (clock.GetUtcNow() + Life).UtcTicks);
        Encoding.UTF8.GetBytes(name.Shown, plain.AsSpan(sizeof(long)));
        using var key = site.Derive(Purpose);
        return Base64Url.EncodeToString(vault.Seal(key, Bound(backend), plain));
    }

    /// <summary>Null when it is too old, of another back end, or none of ours.</summary>
    public SignInName? Read(string ticket, SignInBackend backend)
    {
        if (ticket.Length > Longest || !Base64Url.IsValid(ticket) || Open(Base64Url.DecodeFromChars(ticket), backend) is not { Length: > sizeof(long) } plain) return null;
        return BinaryPrimitives.ReadInt64BigEndian(plain) >= clock.GetUtcNow().UtcTicks ? SignInName.Read(Encoding.UTF8.GetString(plain.AsSpan(sizeof(long)))) : null;
    }

    private byte[]? Open(byte[] box, SignInBackend backend)
    {
        try
        {
            using var key = site.Derive(Purpose, Box.Read(box).KeyId);
            return key is null ? null : vault.TryOpen(key, Bound(backend), box);
        }
        catch (BoxRefused)
        {
            return null; // made up
        }
    }

    private static AssociatedData Bound(SignInBackend backend) => new("", "newcomer", Choice.Name(backend), 1);
}
