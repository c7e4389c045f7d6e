using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pannier.Mail;

namespace Pannier.Core.Modules;

/// <summary>Fills a slot with what other modules offer for it: together, within a time, in the order of the module list.</summary>
/// <remarks>A part that refuses, fails or takes too long leaves a gap and never an error page.</remarks>
public sealed class Slots(IServiceProvider parts, TimeProvider clock, ILogger<Slots> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<RenderFragment>> FillAsync<TSlot>(TSlot slot, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(Budget, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, time.Token);
        var loaded = await Task.WhenAll(parts.GetServices<IPart<TSlot>>().Select(part => LoadAsync(part, slot, limit.Token, cancellation)));
        return [.. loaded.OfType<RenderFragment>()];
    }

    private async Task<RenderFragment?> LoadAsync<TSlot>(IPart<TSlot> part, TSlot slot, CancellationToken limit, CancellationToken cancellation)
    {
        try
        {
            return await part.LoadAsync(slot, limit).WaitAsync(limit);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Log.PartTooSlow(log, part.Module, typeof(TSlot).Name);
            return null;
        }
        catch (MailFault fault)
        {
            Log.PartFailed(log, part.Module, typeof(TSlot).Name, fault.Kind.ToString());
            return null;
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            Log.PartBroke(log, part.Module, typeof(TSlot).Name, bug);
            return null;
        }
    }
}
