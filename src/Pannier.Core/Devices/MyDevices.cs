using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Devices;

/// <summary>The browsers that a person has called their own, and whether this one is among them.</summary>
public sealed class MyDevices(KnownDevices devices, SecurityLog log, IHttpContextAccessor http, TimeProvider clock)
{
    private const string Counted = "device\0";
    private bool _made; // this request's answer brings the cookie already

    /// <summary>Under what tries at a secret are counted here; null in a browser that is not known as the own one of whoever has this name.</summary>
    internal async Task<string?> CountAsAsync(SignInName name, CancellationToken cancellation) =>
        Ticket is { } ticket && await devices.IsOfAsync(ticket.Hash(), name, cancellation) ? Counted + Convert.ToHexString(ticket.Hash()) : null;

    /// <summary>Whether tries are counted for a device, and not for an account.</summary>
    internal static bool IsDevice(string whom) => whom.StartsWith(Counted, StringComparison.Ordinal);

    /// <summary>Keeps this browser as the person's own, or notes that it was used.</summary>
    internal async Task KeepAsync(UserAccount user, Keyring keyring, CancellationToken cancellation)
    {
        if (http.HttpContext is not { } context || _made) return;

        var ticket = Ticket is { } old && await devices.NoteUseAsync(old.Hash(), user.Id, cancellation) ? old : await AddAsync(user, keyring, Whereabouts.Of(context), cancellation);
        _made = true;
        Cookies.Set(context, Cookies.Device, ticket.Reveal(), clock.GetUtcNow() + KnownDevices.Life);
    }

    /// <summary>A person's, last used first.</summary>
    public async Task<IReadOnlyList<DeviceSummary>> ListAsync(Keyring keyring, CancellationToken cancellation)
    {
        var own = Ticket?.Hash();
        return [.. (await devices.ListAsync(keyring.User, cancellation)).Select(row => new DeviceSummary(
            Convert.ToHexString(row.Hash),
            DateTimeOffset.FromUnixTimeSeconds(row.CreatedAt),
            DateTimeOffset.FromUnixTimeSeconds(row.UsedAt),
            Open(keyring, row),
            own is not null && CryptographicOperations.FixedTimeEquals(own, row.Hash)))];
    }

    /// <summary>Forgets one by its listed id.</summary>
    /// <returns>False when there is none of this id.</returns>
    public async Task<bool> ForgetAsync(UserId user, string id, CancellationToken cancellation)
    {
        if (id.Length != SHA256.HashSizeInBytes * 2 || !id.All(char.IsAsciiHexDigitUpper)) return false;

        var hash = Convert.FromHexString(id);
        if (Ticket is { } ticket && CryptographicOperations.FixedTimeEquals(ticket.Hash(), hash) && http.HttpContext is { } context) Cookies.Remove(context, Cookies.Device);
        return await devices.RemoveAsync(user, hash, cancellation);
    }

    private async Task<BrowserToken> AddAsync(UserAccount user, Keyring keyring, Whereabouts from, CancellationToken cancellation)
    {
        var ticket = BrowserToken.New();
        await devices.AddAsync(ticket.Hash(), user.Id, keyring.Seal(Bound(user.Id, ticket.Hash()), JsonSerializer.SerializeToUtf8Bytes(from, AuditJson.Default.Whereabouts)), cancellation);
        await log.NoteAsync(user.Id, SecurityEventKind.DeviceAdded, from, "", CancellationToken.None);
        return ticket;
    }

    private BrowserToken? Ticket => http.HttpContext is { } context && Cookies.Read(context, Cookies.Device) is { } cookie ? BrowserToken.Read(cookie) : null;

    /// <summary>Unknown for one whose box is another's: it is listed all the same, so that it can be forgotten.</summary>
    private static Whereabouts Open(Keyring keyring, DeviceRow row)
    {
        try
        {
            return JsonSerializer.Deserialize(keyring.Open(Bound(keyring.User, row.Hash), row.About), AuditJson.Default.Whereabouts) ?? Whereabouts.Unknown;
        }
        catch (BoxRefused refused) when (refused.Fault == BoxFault.Damaged)
        {
            return Whereabouts.Unknown;
        }
    }

    private static AssociatedData Bound(UserId user, byte[] hash) => new(user.Value, "device-about", Convert.ToHexString(hash), 1);
}
