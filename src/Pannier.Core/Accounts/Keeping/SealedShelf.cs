using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Pannier.Core.Crypto;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Mirror.Keeping;

namespace Pannier.Core.Accounts.Keeping;

/// <summary>A person's shelf: one SQLite file of boxes, each sealed with their data key and bound to its place.</summary>
internal sealed class SealedShelf(string file, Keyring keyring, ILogger<SealedShelf> log) : IMirrorShelf
{
    private const int Form = 1;
    private const string Place = "account = @Account AND mailbox = @Mailbox AND kind = @Kind AND number = @Number";
    private readonly SemaphoreSlim _turn = new(1);
    private SqliteConnection? _connection;
    private bool _isBroken;

    public Task<ReadOnlyMemory<byte>?> ReadAsync(KeptPlace place, CancellationToken cancellation) =>
        UseAsync<ReadOnlyMemory<byte>?>(
            async connection =>
            {
                if (await connection.QuerySingleOrDefaultAsync<byte[]?>($"SELECT box FROM box WHERE {Place}", Names(place)) is not { } box) return null;
                try
                {
                    return keyring.Open(Bound(place), box);
                }
                catch (BoxRefused)
                {
                    return null; // damaged, moved, or of somebody else
                }
            },
            null,
            cancellation);

    public Task<bool> CommitAsync(IReadOnlyList<KeptWrite> writes, CancellationToken cancellation) =>
        UseAsync(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
                foreach (var write in writes)
                {
                    if (write.Content is { } content)
                    {
                        var names = Names(write.Place);
                        names.Add("box", keyring.Seal(Bound(write.Place), content.Span));
                        await connection.ExecuteAsync("INSERT INTO box (account, mailbox, kind, number, box) VALUES (@Account, @Mailbox, @Kind, @Number, @box) ON CONFLICT (account, mailbox, kind, number) DO UPDATE SET box = excluded.box", names, transaction);
                    }
                    else
                    {
                        await connection.ExecuteAsync($"DELETE FROM box WHERE {Place}", Names(write.Place), transaction);
                    }
                }

                await transaction.CommitAsync(CancellationToken.None);
                return true;
            },
            false,
            cancellation);

    public Task ForgetAsync(AccountId account, MailboxId mailbox, CancellationToken cancellation) =>
        UseAsync(async connection => await connection.ExecuteAsync("DELETE FROM box WHERE account = @account AND mailbox = @mailbox", new { account = account.ToString(), mailbox = mailbox.ToString() }) >= 0, false, cancellation);

    public Task ForgetAsync(AccountId account, CancellationToken cancellation) =>
        UseAsync(async connection => await connection.ExecuteAsync("DELETE FROM box WHERE account = @account", new { account = account.ToString() }) >= 0, false, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private static DynamicParameters Names(KeptPlace place) => new(new { Account = place.Account.ToString(), Mailbox = place.Mailbox.ToString(), Kind = (int)place.Kind, place.Number });

    private AssociatedData Bound(KeptPlace place) =>
        new(keyring.User.Value, "mirror", string.Create(CultureInfo.InvariantCulture, $"{place.Account}-{place.Mailbox}"), Form) { Also = [place.Kind.ToString(), place.Number.ToString(CultureInfo.InvariantCulture)] };

    /// <summary>Works with the file; one that cannot be used is made anew once, then left alone.</summary>
    private async Task<T> UseAsync<T>(Func<SqliteConnection, Task<T>> actAsync, T otherwise, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_isBroken) return otherwise;
            return await actAsync(_connection ??= await OpenAsync());
        }
        catch (Exception fault) when (fault is SqliteException or StorageFault or IOException or UnauthorizedAccessException)
        {
            Log.Unusable(log, fault.Message);
            await CloseAsync();
            if (fault is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB }) foreach (var one in SqliteFile.AllOf(file)) File.Delete(one);
            else _isBroken = true;
            return otherwise;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        DataDirectory.Claim(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY");
            if (await connection.ExecuteScalarAsync<int>("PRAGMA user_version") is var form && form != Form)
            {
                await connection.ExecuteAsync("DROP TABLE IF EXISTS box; CREATE TABLE box (account TEXT NOT NULL, mailbox TEXT NOT NULL, kind INTEGER NOT NULL, number INTEGER NOT NULL, box BLOB NOT NULL, PRIMARY KEY (account, mailbox, kind, number)) WITHOUT ROWID");
                await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Form}"));
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = null;
    }
}
