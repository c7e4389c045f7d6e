using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Messages.Pictures;

internal sealed record RemoveSenderInput(AddrSpec Address) : IInput<RemoveSenderInput>
{
    public static RemoveSenderInput Read(Fields fields) => new(fields.One("address", AddrSpec.Read));
}
