using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Core.Storage;
using Pannier.Core.Users;

namespace Pannier.Core.Http.Carrying;

/// <summary>Keeps a form that came too late: sealed into the page that asks to sign in, and once that is done among the person's records.</summary>
/// <remarks>
/// Whose it is says the form's own anti-forgery token, sealed by the site. It is never sent by itself: the person sees what it is and
/// sends it, or drops it. A form with a password in it is not kept.
/// </remarks>
public sealed class Parcels(SiteKey site, Vault vault, Database database, TimeProvider clock)
{
    private const string Purpose = "carried";
    private const string Last = "last";
    private const int Most = 300_000; // characters of all values together
    private const int MostHeld = 32; // people; some 15 MiB at most
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<UserId, (Parcel Parcel, DateTimeOffset Until)> _held = [];

    /// <summary>Packs the form of a request for the person whose page it was on; null when it cannot be kept.</summary>
    internal async Task<Parcel?> PackAsync(HttpContext http, IReadOnlySet<string> secrets)
    {
        if (!http.Request.HasFormContentType || Answer.IsSwap(http.Request)) return null;

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (CsrfOwner.Of(site, vault, form[FieldReader.Token].ToString()) is not { } owner || form.Keys.Any(secrets.Contains)) return null;

        var fields = form.Where(field => field.Key != FieldReader.Token).SelectMany(field => field.Value.Select(value => new CarriedField(field.Key, value ?? ""))).ToList();
        if (fields.Sum(field => field.Name.Length + field.Value.Length) > Most) return null;

        var carried = new Carried(http.Request.Path.Value ?? "/", fields, [.. form.Files.Where(file => file.FileName.Length > 0).Select(file => file.FileName)], clock.GetUtcNow());
        using var key = site.Derive(Purpose);
        return Parcel.Of(owner, vault.Seal(key, Bound(owner), JsonSerializer.SerializeToUtf8Bytes(carried, CarriedJson.Default.Carried)));
    }

    /// <summary>Takes a parcel in for somebody who has just signed in; what was taken in before goes.</summary>
    /// <returns>False when it is another person's, a day old, or none of ours: then there is nothing to show.</returns>
    public async Task<bool> TakeInAsync(Parcel? parcel, Keyring keyring, CancellationToken cancellation)
    {
        var records = new RecordsOf<Carried>(database, () => keyring);
        if (parcel is null || parcel.Owner != keyring.User || Open(parcel) is not { } carried || clock.GetUtcNow() - carried.At > Kept)
        {
            await records.RemoveAsync(Last, cancellation);
            return false;
        }

        await records.PutAsync(Last, carried, cancellation);
        return true;
    }

    /// <summary>Holds a parcel, in memory, for somebody whose way through the door leads over another site and back: one a person, for a quarter of an hour. A made-up one is not held.</summary>
    public void Hold(Parcel parcel)
    {
        var now = clock.GetUtcNow();
        foreach (var (user, held) in _held)
            if (held.Until < now) _held.TryRemove(user, out _);
        if (_held.Count < MostHeld && Open(parcel) is not null) _held[parcel.Owner] = (parcel, now + HeldFor);
    }

    /// <summary>What is held for somebody who has just signed in, once; null for nothing.</summary>
    public Parcel? TakeHeld(UserId user) => _held.TryRemove(user, out var held) && held.Until >= clock.GetUtcNow() ? held.Parcel : null;

    /// <summary>What was taken in; null when nothing was.</summary>
    public async Task<Carried?> FindAsync(Keyring keyring, CancellationToken cancellation) => (await new RecordsOf<Carried>(database, () => keyring).FindAsync(Last, cancellation))?.Value;

    public Task DropAsync(Keyring keyring, CancellationToken cancellation) => new RecordsOf<Carried>(database, () => keyring).RemoveAsync(Last, cancellation);

    private static AssociatedData Bound(UserId owner) => new(owner.Value, "carried", "", 1);

    private Carried? Open(Parcel parcel) =>
        site.OpenOwn(vault, Purpose, Bound(parcel.Owner), parcel.Box) is { } plain ? JsonSerializer.Deserialize(plain, CarriedJson.Default.Carried) : null;
}
