using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Unlock;

/// <param name="Current">The password of now, which becomes the key.</param>
/// <param name="Old">The password before the reset, or the recovery key.</param>
internal sealed record UnlockInput(Secret? Current, Secret? Old) : IInput<UnlockInput>
{
    public static UnlockInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read), fields.Maybe("old", Secret.Read));
}
