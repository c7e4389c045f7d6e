using Pannier.Core.Away;
using Pannier.Core.Modules;

namespace Pannier.Modules.Sessions;

/// <summary>While the person is here, what they allowed to go on in their absence holds anew, with their accounts as they are now.</summary>
internal sealed class RefreshGrants(MyAway away) : IJob
{
    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task RunAsync(CancellationToken cancellation) => away.RefreshAsync(cancellation);
}
