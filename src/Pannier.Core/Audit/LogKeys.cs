using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Records;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Audit;

/// <summary>Each person's pair of log keys: made when their keys are first open, the public half for whoever writes.</summary>
internal sealed class LogKeys(Database database)
{
    private const string Id = "own";

    /// <summary>Sees that the person has a pair. Two at once agree on one.</summary>
    public async Task EnsureAsync(Keyring keyring, CancellationToken cancellation)
    {
        if (await PublicAsync(keyring.User, cancellation) is not null) return;

        var made = new LogKey(LetterBox.NewPrivate());
        await Records(keyring).PutAsync(Id, made, 0, cancellation);
        var kept = await PrivateAsync(keyring, cancellation) ?? throw new InvalidOperationException("the log's key was removed while it was made");
        var publicKey = LetterBox.PublicOf(kept);
        CryptographicOperations.ZeroMemory(made.Private);
        CryptographicOperations.ZeroMemory(kept);
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO log_key (person_id, public_key) VALUES (@user, @publicKey) ON CONFLICT (person_id) DO UPDATE SET public_key = excluded.public_key",
                new { user = keyring.User.Value, publicKey },
                transaction),
            cancellation);
    }

    /// <summary>Null for somebody whose keys were never open since there are logs.</summary>
    public Task<byte[]?> PublicAsync(UserId user, CancellationToken cancellation) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<byte[]?>("SELECT public_key FROM log_key WHERE person_id = @user", new { user = user.Value }), cancellation);

    /// <returns>Null when there is none; wipe it after use.</returns>
    public async Task<byte[]?> PrivateAsync(Keyring keyring, CancellationToken cancellation) => (await Records(keyring).FindAsync(Id, cancellation))?.Value.Private;

    private RecordsOf<LogKey> Records(Keyring keyring) => new(database, () => keyring);
}
