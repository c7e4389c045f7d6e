using System.Globalization;
using Dapper;
using Microsoft.Extensions.Hosting;
using Pannier.Core.Crypto;

namespace Pannier.Core.Storage;

/// <summary>Before the first request: no other process serves this data, the schema is up to date, and this machine opens every box there is.</summary>
internal sealed class ReadyStorage(Database database, Vault vault) : IHostedService, IDisposable
{
    private IDisposable? _held;

    /// <exception cref="StorageFault">The data is in use, newer than this program, or not to be read.</exception>
    /// <exception cref="BoxRefused">Some boxes or passwords need libsodium, which did not load.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var directory = Path.GetDirectoryName(database.File)!; // the database is in one
        _held = DataDirectory.TryHold(directory) ?? throw new StorageFault(StorageTrouble.InUse, $"another Pannier serves {directory}: stop that one first");
        await database.MigrateAsync(cancellationToken);
        await RefuseWhatCannotOpenAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _held?.Dispose();
        _held = null;
    }

    private async Task RefuseWhatCannotOpenAsync(CancellationToken cancellation)
    {
        if (vault.HasLibsodium) return;

        var found = new List<string>();
        foreach (var (table, what) in (KeyValuePair<string, string>[])[new("wrap", "wrapped keys"), new("passkey_wrap", "keys wrapped for passkeys"), new("data_key", "data keys"), new("record", "records"), new("blob_piece", "pieces of files"), new("security_event", "events of security logs")])
        {
            var count = await CountAsync($"SELECT COUNT(*) FROM {table} WHERE suite = {(int)CryptoSuite.XChaCha20Poly1305}", cancellation);
            if (count > 0) found.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {what}"));
        }

        var passwords = await CountAsync("SELECT COUNT(*) FROM person WHERE kdf LIKE '$argon2id$%'", cancellation);
        if (passwords > 0) found.Add(string.Create(CultureInfo.InvariantCulture, $"{passwords} passwords"));
        if (found.Count > 0)
            throw new BoxRefused(BoxFault.AlgorithmMissing, $"libsodium did not load here, and {database.File} needs it for {string.Join(", ", found)}: install it, or run Pannier where it is. Nothing was changed.");
    }

    private Task<long> CountAsync(string sql, CancellationToken cancellation) => database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql), cancellation);
}
