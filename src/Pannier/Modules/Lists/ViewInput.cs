using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

internal sealed record ViewInput(ViewId View) : IInput<ViewInput>
{
    public static ViewInput Read(Fields fields) => new(fields.One("view", ViewId.Read));
}
