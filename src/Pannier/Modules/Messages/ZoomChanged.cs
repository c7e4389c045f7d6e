using Pannier.Core;

namespace Pannier.Modules.Messages;

/// <summary>Messages are shown in another size from now on; the message that follows says it by itself.</summary>
public sealed record ZoomChanged(LocalUrl Next) : INext
{
    public Said? Notice => null;
}
