using System.Text.Json;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>Where a session was begun: sealed beside it with the person's data key, so that their other sessions can list it and nobody else can.</summary>
internal static class SessionAbout
{
    public static byte[] Seal(Keyring keyring, byte[] hash, Whereabouts from) =>
        keyring.Seal(Bound(keyring.User, hash), JsonSerializer.SerializeToUtf8Bytes(from, AuditJson.Default.Whereabouts));

    public static SessionSummary Summary(LiveSession current, ListedSession row) => new(
        Convert.ToHexString(row.Hash),
        row.CreatedAt,
        row.UsedAt,
        Open(current.Keyring, row.Hash, row.About),
        row.Hash.AsSpan().SequenceEqual(current.IdHash));

    /// <summary>Unknown for one that was locked, or whose box is another's: it is listed all the same, so that it can be ended.</summary>
    public static Whereabouts Open(Keyring keyring, byte[] hash, byte[]? about)
    {
        if (about is null) return Whereabouts.Unknown;
        try
        {
            return JsonSerializer.Deserialize(keyring.Open(Bound(keyring.User, hash), about), AuditJson.Default.Whereabouts) ?? Whereabouts.Unknown;
        }
        catch (BoxRefused refused) when (refused.Fault == BoxFault.Damaged)
        {
            return Whereabouts.Unknown;
        }
    }

    private static AssociatedData Bound(UserId user, byte[] hash) => new(user.Value, "session-about", Convert.ToHexString(hash), 1);
}
