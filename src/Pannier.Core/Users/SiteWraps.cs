using System.Data.Common;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;

namespace Pannier.Core.Users;

/// <summary>The wraps of root keys under the site's own key, for people whose data the site opens once somebody vouches for them.</summary>
/// <remarks>
/// Each is under a sub-key of its person's. Whoever has database and site key opens such data while its person is away: a site
/// chooses that (<see cref="Outside.SignInOptions.DataOpenedBy"/>). A wrap is opened by the number it was sealed under, and all are sealed under the newest at start.
/// </remarks>
public sealed class SiteWraps(Database database, KeyWraps wraps, SiteKey site)
{
    private const WrapKind Kind = WrapKind.Site;

    /// <summary>Opens a person's data; null when there is no such wrap, or its key was forgotten.</summary>
    internal Task<Keyring?> OpenAsync(UserId user, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection =>
            {
                if (await KeyWraps.FindAsync(connection, user, Kind) is not { Box: var box }) return null;
                using var key = site.Derive(Purpose(user), Box.Read(box).KeyId);
                return key is null ? null : await wraps.OpenAsync(connection, user, KeyWraps.Bound(user, Kind), box, key);
            },
            cancellation);

    /// <summary>Whether a person's data is wrapped so.</summary>
    internal Task<bool> HasAsync(UserId user, CancellationToken cancellation) => database.ReadAsync(async connection => await KeyWraps.FindAsync(connection, user, Kind) is not null, cancellation);

    /// <summary>How many people's data is.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM wrap WHERE kind = @kind", new { kind = Kind.ToString() }), cancellation);

    /// <summary>Wraps an opened root key, inside the caller's transaction.</summary>
    internal async Task PutAsync(DbConnection connection, DbTransaction transaction, UserId user, BoxKey root)
    {
        using var key = site.Derive(Purpose(user));
        await wraps.PutAsync(connection, transaction, user, Kind, null, null, key, root);
    }

    /// <summary>Takes a person's away: their own secrets alone open the data then.</summary>
    internal Task RemoveAsync(UserId user, CancellationToken cancellation) => database.WriteAsync((connection, transaction) => RemoveAsync(connection, transaction, user), cancellation);

    /// <inheritdoc cref="RemoveAsync(UserId, CancellationToken)"/>
    internal static Task<int> RemoveAsync(DbConnection connection, DbTransaction transaction, UserId user) =>
        connection.ExecuteAsync("DELETE FROM wrap WHERE person_id = @user AND kind = @kind", new { user = user.Value, kind = Kind.ToString() }, transaction);

    /// <summary>Wraps anew, under the key that signs now, what an older one of the site wrapped.</summary>
    /// <returns>How many open under no key of the file any more: their people need the recovery key.</returns>
    internal async Task<int> RenewAsync(CancellationToken cancellation)
    {
        var lost = 0;
        foreach (var (user, number) in await NumbersAsync(database, cancellation))
        {
            if (number == site.Id) continue;
            if (await OpenAsync(user, cancellation) is not { } keyring) lost++;
            else using (keyring) await database.WriteAsync((connection, transaction) => PutAsync(connection, transaction, user, keyring.Root), cancellation);
        }

        return lost;
    }

    /// <summary>Under which number of the site key each person's wrap is.</summary>
    public static Task<IReadOnlyList<(UserId User, uint Number)>> NumbersAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<(UserId, uint)>>(
            async connection =>
            [
                .. from row in await connection.QueryAsync<(string Person, byte[] Box)>("SELECT person_id, box FROM wrap WHERE kind = @kind ORDER BY person_id", new { kind = Kind.ToString() })
                   where UserId.Read(row.Person) is not null
                   select (UserId.Read(row.Person)!, Box.Read(row.Box).KeyId),
            ],
            cancellation);

    private static string Purpose(UserId user) => "root key of " + user.Value;
}
