using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

internal sealed record ConfirmInput(Secret? Code) : IInput<ConfirmInput>
{
    public static ConfirmInput Read(Fields fields) => new(fields.Maybe("code", Secret.Read));
}
