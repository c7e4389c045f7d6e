using Pannier.Core;

namespace Pannier.Modules.Operating;

public sealed record LetTryDone(LocalUrl Next, Said? Notice) : INext;
