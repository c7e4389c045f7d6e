using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Modules;

namespace Pannier.Modules.Sessions;

/// <summary>Shows fifty events at a time.</summary>
internal sealed class ShowLog(MyLog log) : IHandler<LogInput, LogPage>
{
    private const int PageSize = 50;

    public async Task<Outcome<LogPage>> HandleAsync(LogInput input, CancellationToken cancellation)
    {
        var events = await log.ReadAsync(input.After?.Value, PageSize + 1, cancellation);
        return new LogPage([.. events.Take(PageSize).Select(Lines.Of)], events.Count > PageSize ? SessionsUrl.LogAfter(events[PageSize - 1].Id) : null);
    }
}
