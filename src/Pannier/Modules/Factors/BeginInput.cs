using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Factors;

/// <param name="Current">The present password.</param>
internal sealed record BeginInput(Secret? Current) : IInput<BeginInput>
{
    public static BeginInput Read(Fields fields) => new(fields.Maybe("current", Secret.Read));
}
