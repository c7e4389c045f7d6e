using Pannier.Core;

namespace Pannier.Modules.SignIn;

public sealed record KeptDone(LocalUrl Next, Said? Notice) : INext;
