using Pannier.Core;

namespace Pannier.Modules.Accounts;

public sealed record HealthFault(string When, Said Why);
