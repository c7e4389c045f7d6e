using Pannier.Core;

namespace Pannier.Modules.Accounts;

public sealed record HealthFact(Said Label, Said Value);
