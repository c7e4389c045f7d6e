using System.Globalization;
using Pannier.Core.Settings;

namespace Pannier.Core.Text;

/// <summary>The words of whoever asks: their language and their clock, once their settings are loaded.</summary>
public sealed class WordsOfVisit(Catalog catalog, MySettings settings, TimeProvider clock)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private Words? _words;

    public Words Get() => _words ??= new Words(catalog, English, new UserClock(clock, settings.Get(Appearance.Zone).Zone));
}
