using Pannier.Core;

namespace Pannier.Modules.Members;

public sealed record LinkWithdrawn(LocalUrl Next, Said? Notice) : INext;
