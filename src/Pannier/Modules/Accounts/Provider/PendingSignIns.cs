using System.Security.Cryptography;
using System.Text;
using Pannier.Core.Http;
using Pannier.Core.Records;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>The sign-ins a person has begun. What comes back finds its own by a random name, which is stored as its hash.</summary>
internal sealed class PendingSignIns(IMyRecords<PendingSignIn> records, Visit visit, TimeProvider clock)
{
    private const int Most = 8;

    /// <summary>This session, as a pending sign-in names it.</summary>
    public byte[] Session => visit.Required.IdHash;

    public async Task AddAsync(string name, PendingSignIn pending, CancellationToken cancellation)
    {
        var all = new List<Record<PendingSignIn>>();
        await foreach (var record in records.AllAsync(cancellation)) all.Add(record);
        foreach (var old in all.OrderByDescending(one => one.Value.Until).Where((one, at) => at >= Most - 1 || one.Value.Until <= clock.GetUtcNow())) await records.RemoveAsync(old.Id, cancellation);
        await records.PutAsync(Id(name), pending, cancellation);
    }

    /// <summary>The one of this name, which nobody gets a second time.</summary>
    /// <returns>Null when there is none, it is over, or it was begun in another session.</returns>
    public async Task<PendingSignIn?> TakeAsync(string name, CancellationToken cancellation)
    {
        if (await FindAsync(name, cancellation) is not { } found) return null;
        if (!await records.PutAsync(found.Id, found.Value with { IsTaken = true, Secret = [] }, found.Version, cancellation)) return null;
        await records.RemoveAsync(found.Id, CancellationToken.None);
        return found.Value;
    }

    /// <summary>The one of this name, to be asked for again.</summary>
    /// <inheritdoc cref="TakeAsync"/>
    public async Task<Record<PendingSignIn>?> FindAsync(string name, CancellationToken cancellation) =>
        await records.FindAsync(Id(name), cancellation) is { Value: { IsTaken: false } pending } found && pending.Until > clock.GetUtcNow() && CryptographicOperations.FixedTimeEquals(pending.Session, Session) ? found : null;

    /// <returns>False when somebody was quicker.</returns>
    public Task<bool> ChangeAsync(Record<PendingSignIn> found, PendingSignIn to, CancellationToken cancellation) => records.PutAsync(found.Id, to, found.Version, cancellation);

    public Task RemoveAsync(Record<PendingSignIn> found) => records.RemoveAsync(found.Id, CancellationToken.None);

    private static string Id(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
