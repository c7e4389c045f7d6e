using Pannier.Core.Http;

namespace Pannier.Modules.SignIn.ByLink;

internal sealed record LinkInput(LinkToken Token) : IInput<LinkInput>
{
    public static LinkInput Read(Fields fields) => new(fields.One("token", LinkToken.Read));
}
