using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pannier.Core.Devices;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Core.Humans;

/// <summary>Knows whether this visitor has to show that they are a person before a password is looked at, and lets by who did.</summary>
/// <remarks>It is asked for after failed tries, in one account, from one neighbourhood or at the whole site. Who is signed in fully is asked nothing: the page of the check is not for them. Who is half in, with a second secret to give, is asked after a failure at the earliest: they passed at the door.</remarks>
public sealed class HumanCheck
{
    private const int AddressFactor = 3; // a household's or a firm's tries are not one person's
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    private readonly HumanCheckOptions _options;
    private readonly Throttle _throttle;
    private readonly MyDevices _devices;
    private readonly HumanMarks _marks;
    private readonly ProofOfWork _work;
    private readonly AskVendor _vendors;
    private readonly CsrfTokens _visitors;
    private readonly Visit _visit;
    private readonly TimeProvider _clock;
    private readonly HttpContext _http;

    internal HumanCheck(IOptions<HumanCheckOptions> options, Throttle throttle, MyDevices devices, HumanMarks marks, ProofOfWork work, AskVendor vendors, CsrfTokens visitors, Visit visit, TimeProvider clock, IHttpContextAccessor http) =>
        (_options, _throttle, _devices, _marks, _work, _vendors, _visitors, _visit, _clock, _http) = (options.Value, throttle, devices, marks, work, vendors, visitors, visit, clock, http.HttpContext ?? throw new InvalidOperationException("no request here"));

    /// <summary>Whether this site has a check, and this visitor may be asked: whoever is signed in fully may not.</summary>
    public bool IsOn => _options.Kind != HumanCheckKind.None && _visit.Level < SignInLevel.Full;

    /// <summary>The service that asks; null for our own puzzle.</summary>
    public HumanVendor? Vendor => HumanVendor.Of(_options.Kind);

    /// <summary>The service's key for this site, for the page.</summary>
    public string VendorKey => _options.SiteKey ?? "";

    /// <summary>Whether the visitor is to be sent to the check now.</summary>
    /// <param name="name">Whose password will be tried; null when that is not known yet.</param>
    public async Task<bool> IsNeededAsync(SignInName? name, CancellationToken cancellation) =>
        await IsAskedAsync(await WhomAsync(name, cancellation), cancellation) && !await _marks.HasAsync(_visitors.Visitor(_http), cancellation);

    /// <summary>Whether a try may be made now; it uses up one of those that the visitor's check is good for.</summary>
    public async Task<bool> LetByAsync(SignInName? name, CancellationToken cancellation) => await LetByAsync(await WhomAsync(name, cancellation), cancellation);

    /// <summary>The same for a try at somebody's second factor.</summary>
    public Task<bool> LetByFactorAsync(SignInName name, CancellationToken cancellation) => LetByAsync(Tries.Factor(name), cancellation);

    /// <summary>A puzzle for this visitor.</summary>
    public WorkPuzzle Puzzle() => _work.Issue(_visitors.Visitor(_http));

    /// <summary>How long somebody without script waits yet.</summary>
    public TimeSpan Left(WorkPuzzle puzzle) => _work.Left(puzzle);

    /// <summary>Looks at an answer, and notes when it was right.</summary>
    public async Task<HumanVerdict> AnswerAsync(HumanAnswer answer, CancellationToken cancellation)
    {
        var visitor = _visitors.Visitor(_http);
        var verdict = (Vendor, answer) switch
        {
            ({ } vendor, { Token: { } token }) => await _vendors.AskAsync(vendor, token, cancellation),
            (null, { Puzzle: { } puzzle }) => await _work.CheckAsync(puzzle, answer.Work, visitor, cancellation),
            _ => HumanVerdict.Failed,
        };
        if (verdict == HumanVerdict.Passed) await _marks.GiveAsync(visitor, _options.TriesEach, _clock.GetUtcNow() + GoodFor, cancellation);
        return verdict;
    }

    private int After => _visit.Session is null ? _options.After : Math.Max(1, _options.After);

    private async Task<string?> WhomAsync(SignInName? name, CancellationToken cancellation) => name is null ? null : await _devices.CountAsAsync(name, cancellation) ?? name.Key;

    private async Task<bool> LetByAsync(string? whom, CancellationToken cancellation) => !await IsAskedAsync(whom, cancellation) || await _marks.UseAsync(_visitors.Visitor(_http), cancellation);

    private async Task<bool> IsAskedAsync(string? whom, CancellationToken cancellation)
    {
        if (!IsOn) return false;
        if (After == 0) return true;

        var pressure = await _throttle.PressureAsync(whom, _http.Connection.RemoteIpAddress, cancellation);
        if (whom is not null && MyDevices.IsDevice(whom)) return pressure.Account >= After; // what others do is not its own
        return pressure.Account >= After || pressure.Address >= After * AddressFactor || pressure.IsSiteUnderAttack;
    }
}
