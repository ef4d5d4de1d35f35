using System.Reflection;

namespace IndicatorPipeline.Extraction.Tests.Code;

/// <summary>What the engine must be as code.</summary>
public class EngineShapeTests
{
    private static readonly Assembly Engine = typeof(Extractor).Assembly;

    [Fact]
    public void The_engine_references_nothing_but_the_base_library() =>
        Assert.All(Engine.GetReferencedAssemblies(), reference =>
            Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) || IsNumberReader(reference.Name), reference.Name));

    [Fact]
    public void No_number_in_public_is_binary_floating_point()
    {
        var types = Engine.GetExportedTypes().SelectMany(type => type.GetMembers().SelectMany(Types)).ToHashSet();
        Assert.DoesNotContain(typeof(double), types);
        Assert.DoesNotContain(typeof(float), types);
    }

    [Fact]
    public void The_public_types_are_those_of_the_list()
    {
        var golden = SourceTree.Path("tests", "IndicatorPipeline.Extraction.Tests", "Code", "PublicTypes.txt");
        var types = Engine.GetExportedTypes().Select(type => type.FullName!).Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_CORPUS") == "1") File.WriteAllLines(golden, types);
        Assert.Equal(File.ReadAllLines(golden), types);
    }

    [Fact]
    public void Public_classes_cannot_be_inherited_from() =>
        Assert.All(Engine.GetExportedTypes().Where(type => type.IsClass), type => Assert.True(type.IsSealed, type.FullName));

    private static bool IsNumberReader(string name) =>
        Extractor.NumberReader == "recognizers" && name.StartsWith("Microsoft.Recognizers.Text", StringComparison.Ordinal);

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };
}
