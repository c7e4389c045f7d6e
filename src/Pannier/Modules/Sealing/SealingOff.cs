using Pannier.Core;

namespace Pannier.Modules.Sealing;

public sealed record SealingOff(LocalUrl Next, Said? Notice) : INext;
