using System.Net;
using Pannier.Core.Throttling;

namespace Pannier.Core.Http.Reports;

/// <summary>How many reports are taken: ten a minute from a neighbourhood of addresses, sixty in all, on each node.</summary>
internal sealed class ReportBudget(TimeProvider clock)
{
    private const int FromOne = 10;
    private const int InAll = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);
    private long _minute;
    private int _all;

    /// <returns>False when there was enough for this minute.</returns>
    public bool Take(IPAddress? from)
    {
        var (minute, key) = (clock.GetUtcNow().ToUnixTimeSeconds() / 60, from is null ? "" : AddressPrefix.Of(from));
        lock (_lock)
        {
            if (minute != _minute)
            {
                _taken.Clear();
                (_minute, _all) = (minute, 0);
            }

            var taken = _taken.GetValueOrDefault(key);
            if (_all >= InAll || taken >= FromOne) return false;
            (_taken[key], _all) = (taken + 1, _all + 1);
            return true;
        }
    }
}
