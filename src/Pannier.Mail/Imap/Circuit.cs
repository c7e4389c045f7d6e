using System.Security.Cryptography;

namespace Pannier.Mail.Imap;

/// <summary>When an account whose server failed may be tried again: later after each failure, and never all accounts at once.</summary>
internal sealed class Circuit(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Servers lock accounts that keep giving a wrong password.</summary>
    private static readonly TimeSpan FirstHopeless = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestHopeless = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset? _notBefore;
    private MailFault? _fault;

    /// <summary>A number from 0 up to one less than that asked for.</summary>
    public Func<int, int> Chance { get; set; } = RandomNumberGenerator.GetInt32;

    /// <summary>Null when now.</summary>
    public DateTimeOffset? NotBefore
    {
        get
        {
            lock (_lock) return _notBefore is { } at && at > time.GetUtcNow() ? at : null;
        }
    }

    /// <summary>The last fault since the last success; null when there was none.</summary>
    public MailFault? Fault
    {
        get
        {
            lock (_lock) return _fault;
        }
    }

    /// <exception cref="MailFault">It is too early; the fault is that of the last attempt, with the time left.</exception>
    public void Check()
    {
        lock (_lock)
        {
            if (_fault is { } fault && _notBefore is { } at && at > time.GetUtcNow())
                throw new MailFault(fault.Kind, fault.ServerText, fault) { BackOff = at - time.GetUtcNow() };
        }
    }

    public void Succeeded()
    {
        lock (_lock) (_failures, _notBefore, _fault) = (0, null, null);
    }

    /// <summary>Notes a fault without closing the way: the next attempt may be at once.</summary>
    public void Note(MailFault fault)
    {
        lock (_lock) _fault = fault;
    }

    /// <returns>How long to wait.</returns>
    public TimeSpan Failed(MailFault fault)
    {
        var hopeless = fault.Then is Then.SignIn or Then.GiveUp;
        lock (_lock)
        {
            var (first, longest) = hopeless ? (FirstHopeless, LongestHopeless) : (First, Longest);
            var wait = Math.Min(longest.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(_failures, 20)));
            wait *= 0.75 + (Chance(500) / 1000.0);
            var delay = TimeSpan.FromSeconds(wait);
            if (fault.BackOff is { } asked && asked > delay) delay = asked;
            (_failures, _notBefore, _fault) = (_failures + 1, time.GetUtcNow() + delay, fault);
            return delay;
        }
    }

    /// <summary>A person asked: the next attempt may be at once; if it fails, the wait goes on growing.</summary>
    public void TryNow()
    {
        lock (_lock) _notBefore = null;
    }
}
