using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Mail;

namespace Pannier.Core.Users;

/// <summary>Seals and opens a person's root key by password or recovery key. A wrap that does not open is never written over.</summary>
public sealed class KeyWraps(Vault vault, PasswordKdf kdf)
{
    /// <summary>Stores a wrap, in place of one of the same kind.</summary>
    public async Task PutAsync(DbConnection connection, DbTransaction transaction, UserId user, WrapKind kind, ReadOnlyMemory<byte> salt, KdfParameters parameters, ReadOnlyMemory<byte> wrappingKey, ReadOnlyMemory<byte> root)
    {
        var box = vault.Seal(wrappingKey.Span, root.Span, Bound(user, kind));
        await connection.ExecuteAsync("DELETE FROM wrap WHERE person_id = @user AND kind = @kind", new { user = user.Value, kind = kind.ToString() }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO wrap (person_id, kind, salt, kdf, box) VALUES (@user, @kind, @salt, @kdf, @box)",
            new { user = user.Value, kind = kind.ToString(), salt = salt.ToArray(), kdf = parameters.ToString(), box },
            transaction);
    }

    /// <summary>Opens the wrap of a kind with its secret; null when there is none or it does not fit.</summary>
    public async Task<Keyring?> OpenAsync(DbConnection connection, UserId user, WrapKind kind, Secret secret, CancellationToken cancellation)
    {
        var row = await connection.QuerySingleOrDefaultAsync<WrapRow>("SELECT salt AS Salt, kdf AS Kdf, box AS Box FROM wrap WHERE person_id = @user AND kind = @kind", new { user = user.Value, kind = kind.ToString() });
        if (row is null || KdfParameters.Read(row.Kdf) is not { } parameters) return null;

        var keys = await kdf.DeriveAsync(secret, row.Salt, parameters, cancellation);
        return await OpenAsync(connection, user, kind, row.Box, keys.WrappingKey);
    }

    /// <summary>Opens the wrap of a kind with a wrapping key that was derived already.</summary>
    public async Task<Keyring?> OpenAsync(DbConnection connection, UserId user, WrapKind kind, ReadOnlyMemory<byte> wrappingKey)
    {
        var row = await connection.QuerySingleOrDefaultAsync<WrapRow>("SELECT salt AS Salt, kdf AS Kdf, box AS Box FROM wrap WHERE person_id = @user AND kind = @kind", new { user = user.Value, kind = kind.ToString() });
        return row is null ? null : await OpenAsync(connection, user, kind, row.Box, wrappingKey);
    }

    private async Task<Keyring?> OpenAsync(DbConnection connection, UserId user, WrapKind kind, byte[] box, ReadOnlyMemory<byte> wrappingKey)
    {
        if (vault.TryOpen(wrappingKey.Span, box, Bound(user, kind)) is not { } root) return null;
        try
        {
            var keys = new List<KeyValuePair<int, byte[]>>();
            foreach (var (number, sealedKey) in await connection.QueryAsync<(long, byte[])>("SELECT number, box FROM data_key WHERE person_id = @user", new { user = user.Value }))
                keys.Add(new((int)number, vault.Open(root, sealedKey, DataKey(user, (int)number))));
            return new Keyring(root, keys);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(root);
        }
    }

    internal static AssociatedData DataKey(UserId user, int number) => new(user.Value, "data key", number.ToString(System.Globalization.CultureInfo.InvariantCulture), 1);

    private static AssociatedData Bound(UserId user, WrapKind kind) => new(user.Value, "wrap", kind.ToString(), 1);
}
