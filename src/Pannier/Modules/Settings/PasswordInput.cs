using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Settings;

internal sealed record PasswordInput(Secret? Current, Secret? Password, Secret? Again) : IInput<PasswordInput>
{
    public static PasswordInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read), fields.Maybe("password", Secret.Read), fields.Maybe("again", Secret.Read));
}
