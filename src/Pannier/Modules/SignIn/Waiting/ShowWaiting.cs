using Pannier.Core;
using Pannier.Core.Away;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Waiting;

/// <summary>Tells a browser whose person has allowed it how much unread mail waits, while nobody is signed in.</summary>
internal sealed class ShowWaiting(MyAway away) : IHandler<Nothing, WaitingPage>
{
    public async Task<Outcome<WaitingPage>> HandleAsync(Nothing input, CancellationToken cancellation) => new WaitingPage(await away.CountAsync(cancellation));
}
