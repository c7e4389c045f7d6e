using System.Text.Json;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>Where a session was begun: sealed beside it with the person's data key, so that their other sessions can list it and nobody else can.</summary>
internal static class SessionAbout
{
    public static byte[] Seal(Keyring keyring, byte[] hash, Whereabouts from) =>
        keyring.Seal(SessionRows.BoundAbout(keyring.User, hash), JsonSerializer.SerializeToUtf8Bytes(from, AuditJson.Default.Whereabouts));

    public static SessionSummary Summary(LiveSession current, ListedSession row) => new(
        Convert.ToHexString(row.Hash),
        DateTimeOffset.FromUnixTimeSeconds(row.CreatedAt),
        DateTimeOffset.FromUnixTimeSeconds(row.UsedAt),
        Open(current.Keyring, row),
        row.Hash.AsSpan().SequenceEqual(current.IdHash));

    /// <summary>Unknown for one that was locked, or whose box is another's: it is listed all the same, so that it can be ended.</summary>
    private static Whereabouts Open(Keyring keyring, ListedSession row)
    {
        if (row.About is null) return Whereabouts.Unknown;
        try
        {
            return JsonSerializer.Deserialize(keyring.Open(SessionRows.BoundAbout(keyring.User, row.Hash), row.About), AuditJson.Default.Whereabouts) ?? Whereabouts.Unknown;
        }
        catch (BoxRefused refused) when (refused.Fault == BoxFault.Damaged)
        {
            return Whereabouts.Unknown;
        }
    }
}
