using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;

namespace Pannier.Modules.SignIn.Human;

internal sealed record HumanInput(HumanErrand Errand) : IInput<HumanInput>
{
    public static HumanInput Read(Fields fields) => new(ReadErrand(fields));

    internal static HumanErrand ReadErrand(Fields fields) =>
        new(fields.Maybe("next", LocalUrl.Read), fields.Maybe("back", LocalUrl.Read), fields.Maybe("carried", Parcel.Read), fields.Maybe("name", Line.Read));
}
