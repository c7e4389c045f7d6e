using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pannier.Core.Sessions;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Core.Accounts.Memory;

/// <summary>
/// Keeps all mirrors together within the node's budget. First those rest who have had no page open for ten minutes: theirs is
/// read back when they return. Then copies made for searching and sorting go; then no older mail is read in, and lists say so.
/// </summary>
internal sealed class GuardMemory(MirrorsHere mirrors, SyncTurns turns, IOptions<MirrorOptions> options, TimeProvider clock, ILogger<GuardMemory> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private const double Enough = 0.9; // of the budget, before older mail is read in again

    public async Task CheckAsync()
    {
        var budget = options.Value.ToBytes();
        var all = mirrors.All.OrderBy(one => one.Mail.UsedAt).Select(one => (one.Person, one.Mail, one.Mail.Bytes)).ToList();
        var used = all.Sum(one => one.Bytes);
        if (used > budget)
        {
            foreach (var (person, mail, bytes) in all.Where(one => clock.GetUtcNow() - one.Mail.UsedAt >= Idle))
            {
                if (used <= budget) break;
                if (await RestAsync(person, mail)) used -= bytes;
            }

            foreach (var (_, mail, _) in all)
            {
                if (used <= budget) break;
                used -= mail.Shed();
            }
        }

        if (used > budget && !turns.IsHeld) Log.Full(log, used / 1_000_000, budget / 1_000_000);
        if (used > budget) turns.Hold();
        else if (used <= budget * Enough) turns.GoOn();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryCheckAsync();
    }

    [SuppressMessage("Design", "CA1031", Justification = "A job's border: what breaks with one person now must not end the guard.")]
    private async Task TryCheckAsync()
    {
        try
        {
            await CheckAsync();
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Log.Broke(log, bug);
        }
    }

    /// <summary>Keeps a mirror sealed and lets go of it, unless its person is back meanwhile or their acts still wait.</summary>
    private static async Task<bool> RestAsync(Person person, PersonMail mail)
    {
        var usedAt = mail.UsedAt;
        if (!await mail.TryKeepAsync() || mail.UsedAt != usedAt || !person.Release(mail)) return false;
        await mail.DisposeAsync();
        return true;
    }
}
