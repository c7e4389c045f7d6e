using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Devices;
using Pannier.Core.Factors;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Core.Throttling;

/// <summary>The tries of this request at somebody's secret: each is to be begun before the secret is looked at.</summary>
public sealed class Tries(Throttle throttle, ISignInDoor door, MyDevices devices, IHttpContextAccessor http)
{
    /// <summary>Begins a try; one that has to wait sets the answer's <c>Retry-After</c> (RFC 9110 §10.2.3).</summary>
    /// <remarks>A browser that its person has called their own is counted by itself: whoever tries their password elsewhere does not slow it down.</remarks>
    public async Task<Attempt> BeginAsync(SignInName name, CancellationToken cancellation) => await BeginAsync(await WhomAsync(name, cancellation), door.Host(name), cancellation);

    /// <summary>Looks whether a try has to wait, before anything else is asked of its person; counts nothing.</summary>
    /// <returns>How long; null when it need not.</returns>
    public async Task<TimeSpan?> WaitAsync(SignInName name, CancellationToken cancellation) =>
        Told(await throttle.WaitAsync(await WhomAsync(name, cancellation), http.HttpContext?.Connection.RemoteIpAddress, door.Host(name), cancellation));

    /// <summary>As <see cref="WaitAsync"/> for a second factor.</summary>
    public async Task<TimeSpan?> WaitFactorAsync(SignInName name, CancellationToken cancellation) =>
        Told(await throttle.WaitAsync(Factor(name), http.HttpContext?.Connection.RemoteIpAddress, null, cancellation));

    /// <summary>As <see cref="BeginAsync(SignInName, CancellationToken)"/> for a second factor: a right password does not make the codes tried before it forgotten .</summary>
    public Task<Attempt> BeginFactorAsync(SignInName name, CancellationToken cancellation) => BeginAsync(Factor(name), null, cancellation);

    /// <summary>What tries at a second factor are counted under.</summary>
    public static string Factor(SignInName name) => "factor\0" + name.Key;

    /// <summary>The same for a passkey that names itself and nobody else: counted for it, known or not.</summary>
    public Task<Attempt> BeginAsync(PasskeyAnswer answer, CancellationToken cancellation) => BeginAsync("passkey\0" + Passkey.Id(answer.CredentialId), null, cancellation);

    /// <summary>The same for a check that a person signs in, where a service outside is asked each time.</summary>
    public Task<Attempt> BeginHumanAsync(CancellationToken cancellation) =>
        BeginAsync("human\0" + (http.HttpContext?.Connection.RemoteIpAddress is { } from ? AddressPrefix.Of(from) : ""), null, cancellation);

    private async Task<Attempt> BeginAsync(string whom, string? host, CancellationToken cancellation)
    {
        var attempt = await throttle.BeginAsync(whom, http.HttpContext?.Connection.RemoteIpAddress, host, cancellation);
        Told(attempt.Wait);
        return attempt;
    }

    private async Task<string> WhomAsync(SignInName name, CancellationToken cancellation) => await devices.CountAsAsync(name, cancellation) ?? name.Key;

    private TimeSpan? Told(TimeSpan? wait)
    {
        if (wait is { } time && http.HttpContext is { } context) context.Response.Headers.RetryAfter = Seconds(time).ToString(CultureInfo.InvariantCulture);
        return wait;
    }

    public Task SucceededAsync(Attempt attempt) => throttle.SucceededAsync(attempt);

    /// <summary>What is said to somebody who has to wait.</summary>
    public static Said Say(TimeSpan wait) => wait < TimeSpan.FromMinutes(2)
        ? Said.Of("tries.wait.seconds", "count", Seconds(wait))
        : Said.Of("tries.wait.minutes", "count", (int)Math.Ceiling(wait.TotalMinutes));

    private static int Seconds(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);
}
