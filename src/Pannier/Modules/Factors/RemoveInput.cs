using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

internal sealed record RemoveInput(Secret? Current, Secret? Code) : IInput<RemoveInput>
{
    public static RemoveInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read), fields.Maybe("code", Secret.Read));
}
