using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Resolution;
namespace IndicatorPipeline.Extraction.Binding;
internal sealed class Slot
{
    public Sentence Sentence = new();
    public Pieces<Claim> Claims = new();
    public Pieces<int> Unbound = new();
    public Setting Setting;
    public int Start, End;
    public bool Leads, Forgets, Passes;
}
