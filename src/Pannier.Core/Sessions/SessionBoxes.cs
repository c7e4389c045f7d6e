using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Sessions;

/// <summary>Seals a session's data under the key that only its cookie has, and opens it again.</summary>
internal sealed class SessionBoxes(Database database, Vault vault)
{
    public byte[] Seal(UserId user, SessionTicket ticket, SessionData data)
    {
        var plain = data.ToBytes();
        using var key = ticket.SealingKey();
        var box = vault.Seal(key, Bound(user, ticket.IdHash()), plain);
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <summary>Null for a box of another key, or one this process cannot read: either way the person signs in again.</summary>
    public SessionData? Open(SessionTicket ticket, StoredSession stored)
    {
        try
        {
            using var key = ticket.SealingKey();
            return SessionData.Read(vault.Open(key, Bound(stored.User, ticket.IdHash()), stored.Box));
        }
        catch (BoxRefused)
        {
            return null;
        }
    }

    /// <summary>Null when they were removed: a store apart from the database may not know yet.</summary>
    public Task<UserAccount?> PersonAsync(UserId user, CancellationToken cancellation) =>
        database.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<PersonRow?>($"SELECT {PersonRow.Columns} FROM person WHERE id = @id", new { id = user.Value }))?.ToUser(),
            cancellation);

    private static AssociatedData Bound(UserId user, byte[] hash) => new(user.Value, "session", Convert.ToHexString(hash), 1);
}
