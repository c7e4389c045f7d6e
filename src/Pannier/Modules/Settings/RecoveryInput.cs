using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Settings;

internal sealed record RecoveryInput(Secret? Current) : IInput<RecoveryInput>
{
    public static RecoveryInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read));
}
