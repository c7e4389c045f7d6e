using Pannier.Core;

namespace Pannier.Modules.Messages.Pictures;

/// <summary>A sender whose pictures may be loaded from now on.</summary>
public sealed record SenderOffer(string Address, LocalUrl Url);
