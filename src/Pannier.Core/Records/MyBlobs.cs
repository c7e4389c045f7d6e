using System.Globalization;
using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Records;

/// <summary>Blobs in pieces of a mebibyte, each sealed and bound to its place; the last one says that it is the last.</summary>
internal sealed class MyBlobs(Database database, Vault vault, Visit visit) : IMyBlobs
{
    private const int PieceSize = 1024 * 1024;
    private const string Purpose = "blob";

    public async Task<StoredBlob?> AddAsync(Stream content, long atMost, CancellationToken cancellation)
    {
        var (user, keyring) = Owner();
        var id = BlobId.New();
        var (size, number) = (0L, 0);
        var buffer = new byte[PieceSize];
        while (true)
        {
            var read = await content.ReadAtLeastAsync(buffer, PieceSize, throwOnEndOfStream: false, cancellation);
            size += read;
            if (size > atMost)
            {
                await RemoveAsync(id, CancellationToken.None);
                return null;
            }

            var isLast = read < PieceSize;
            var box = vault.Seal(keyring.Key(keyring.Newest, Purpose)!, keyring.Newest, buffer.AsSpan(0, read), Bound(user, id, number, isLast)); // the newest is there
            var piece = number++;
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("INSERT INTO blob (person_id, id, piece, box) VALUES (@user, @id, @piece, @box)", new { user = user.Value, id = id.Value, piece, box }, transaction), cancellation);
            if (isLast) return new StoredBlob(id, size);
        }
    }

    public async Task<bool> CopyAsync(BlobId id, Stream to, CancellationToken cancellation)
    {
        var (user, keyring) = Owner();
        for (var piece = 0; ; piece++)
        {
            var number = piece;
            var box = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<byte[]>("SELECT box FROM blob WHERE person_id = @user AND id = @id AND piece = @number", new { user = user.Value, id = id.Value, number }), cancellation);
            if (box is null) return piece == 0 ? false : throw new BoxRefused(Purpose); // cut short: never handed out as if whole

            var key = Vault.KeyNumber(box) is { } keyNumber ? keyring.Key(keyNumber, Purpose) : null;
            if (key is null) throw new BoxRefused(Purpose);
            if (vault.TryOpen(key, box, Bound(user, id, piece, isLast: false)) is { } inner)
            {
                await to.WriteAsync(inner, cancellation);
                continue;
            }

            await to.WriteAsync(vault.Open(key, box, Bound(user, id, piece, isLast: true)), cancellation);
            return true;
        }
    }

    public Task RemoveAsync(BlobId id, CancellationToken cancellation)
    {
        var (user, _) = Owner();
        return database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DELETE FROM blob WHERE person_id = @user AND id = @id", new { user = user.Value, id = id.Value }, transaction), cancellation);
    }

    private (UserId User, Keyring Keyring) Owner() =>
        visit.Required.Person is { Keyring: { } keyring, User.Id: var user } ? (user, keyring) : throw new InvalidOperationException("the person's data is locked");

    private static AssociatedData Bound(UserId user, BlobId id, int piece, bool isLast) =>
        new(user.Value, Purpose, string.Create(CultureInfo.InvariantCulture, $"{id}/{piece}/{(isLast ? "last" : "more")}"), 1);
}
