using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;

namespace Pannier.Core.Users;

/// <summary>Seals and opens a person's root key by password or recovery key, inside the caller's transaction.</summary>
/// <remarks>Whoever writes a wrap over another holds the opened root key: one that does not open is never written over.</remarks>
public sealed class KeyWraps(Vault vault)
{
    private const string Columns = "salt AS Salt, kdf AS Kdf, box AS Box";

    /// <summary>Seals a new data key of a person, new or not, under their root key.</summary>
    internal async Task CreateAsync(DbConnection connection, DbTransaction transaction, UserId user, BoxKey root, BoxKey dataKey)
    {
        var bytes = new byte[BoxKey.Length];
        dataKey.CopyTo(bytes);
        await connection.ExecuteAsync(
            "INSERT INTO data_key (person_id, number, suite, box) VALUES (@user, @number, @suite, @box)",
            new { user = user.Value, number = (long)dataKey.Id, suite = (long)vault.Suite, box = vault.Seal(root, DataKey(user, dataKey.Id), bytes) },
            transaction);
        CryptographicOperations.ZeroMemory(bytes);
    }

    internal Task PutAsync(DbConnection connection, DbTransaction transaction, UserId user, NewPassword password, BoxKey root) =>
        PutAsync(connection, transaction, user, WrapKind.Password, password.Salt, password.Parameters.ToString(), password.Keys.WrappingKey, root);

    internal async Task PutAsync(DbConnection connection, DbTransaction transaction, UserId user, RecoveryKey recovery, BoxKey root)
    {
        using var key = recovery.WrappingKey();
        await PutAsync(connection, transaction, user, WrapKind.Recovery, null, null, key, root);
    }

    /// <summary>The stored wrap of a kind; null when there is none.</summary>
    internal static Task<WrapRow?> FindAsync(DbConnection connection, UserId user, WrapKind kind) =>
        connection.QuerySingleOrDefaultAsync<WrapRow?>($"SELECT {Columns} FROM wrap WHERE person_id = @user AND kind = @kind", new { user = user.Value, kind = kind.ToString() });

    /// <summary>Opens a wrap and the data keys behind it; null when the key does not fit.</summary>
    internal Task<Keyring?> OpenAsync(DbConnection connection, UserId user, WrapKind kind, WrapRow wrap, BoxKey wrappingKey) => OpenAsync(connection, user, Bound(user, kind), wrap.Box, wrappingKey);

    /// <inheritdoc cref="OpenAsync(DbConnection, UserId, WrapKind, WrapRow, BoxKey)"/>
    internal async Task<Keyring?> OpenAsync(DbConnection connection, UserId user, AssociatedData bound, byte[] box, BoxKey wrappingKey)
    {
        if (vault.TryOpen(wrappingKey, bound, box) is not { } opened) return null;

        var root = Take(0, opened);
        var keys = new List<BoxKey>();
        foreach (var (number, dataKey) in await connection.QueryAsync<(long Number, byte[] Box)>("SELECT number, box FROM data_key WHERE person_id = @user ORDER BY number", new { user = user.Value }))
            keys.Add(Take((uint)number, vault.Open(root, DataKey(user, (uint)number), dataKey)));
        return new Keyring(user, vault, root, keys);
    }

    /// <summary>A root key sealed for one way in.</summary>
    internal byte[] Seal(AssociatedData bound, BoxKey wrappingKey, BoxKey root)
    {
        var bytes = new byte[BoxKey.Length];
        root.CopyTo(bytes);
        try
        {
            return vault.Seal(wrappingKey, bound, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>What a wrap of a kind is bound to.</summary>
    internal static AssociatedData Bound(UserId user, WrapKind kind) => new(user.Value, "root-key", kind.ToString(), 1);

    /// <summary>Puts a wrap in place of the one of its kind.</summary>
    internal async Task PutAsync(DbConnection connection, DbTransaction transaction, UserId user, WrapKind kind, byte[]? salt, string? kdf, BoxKey wrappingKey, BoxKey root)
    {
        var box = Seal(Bound(user, kind), wrappingKey, root);
        await connection.ExecuteAsync("DELETE FROM wrap WHERE person_id = @user AND kind = @kind", new { user = user.Value, kind = kind.ToString() }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO wrap (person_id, kind, salt, kdf, suite, box) VALUES (@user, @kind, @salt, @kdf, @suite, @box)",
            new { user = user.Value, kind = kind.ToString(), salt, kdf, suite = (long)vault.Suite, box },
            transaction);
    }

    private static BoxKey Take(uint id, byte[] bytes)
    {
        try
        {
            return BoxKey.Of(id, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static AssociatedData DataKey(UserId user, uint number) => new(user.Value, "data-key", number.ToString(CultureInfo.InvariantCulture), 1);
}
