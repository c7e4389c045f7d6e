using Pannier.Core;
using Pannier.Core.Away;

namespace Pannier.Modules.SignIn.Waiting;

/// <param name="Mail">Null when this browser may not be told.</param>
public sealed record WaitingPage(WaitingMail? Mail) : ITitled
{
    public Said Title => Said.Of("waiting.title");
}
