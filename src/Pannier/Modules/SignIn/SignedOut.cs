using Pannier.Core;

namespace Pannier.Modules.SignIn;

public sealed record SignedOut(LocalUrl Next, Said? Notice) : INext;
