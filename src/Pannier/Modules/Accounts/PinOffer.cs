using Pannier.Core.Http;

namespace Pannier.Modules.Accounts;

/// <summary>A certificate that no authority vouches for, to be trusted or no longer.</summary>
/// <param name="IsTrusted">Whether it is, as the form stands.</param>
public sealed record PinOffer(PinChoice Choice, Tick IsTrusted);
