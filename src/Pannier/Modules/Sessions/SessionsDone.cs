using Pannier.Core;

namespace Pannier.Modules.Sessions;

public sealed record SessionsDone(LocalUrl Next, Said? Notice) : INext;
